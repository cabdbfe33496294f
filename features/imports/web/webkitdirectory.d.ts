import 'react'

declare module 'react' {
  interface InputHTMLAttributes<T> extends HTMLAttributes<T> {
    /** Every browser takes a whole folder by this old name; React's own types do not know it. */
    webkitdirectory?: string
  }
}
