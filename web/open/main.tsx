import '../style/tokens.css'
import '../style/base.css'
import '../style/print.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '../query-client.ts'
import { startWords } from '../words/words.ts'
import { followColorScheme } from './color-scheme.ts'
import { router } from './routes.tsx'

followColorScheme()
await startWords()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
