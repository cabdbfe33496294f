/** The product's sign: circles around a student. */
export function Sign({ size = 32 }: { size?: number }) {
  return (
    <svg
      className="sign"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      stroke="var(--primary)"
      aria-hidden="true"
    >
      <circle cx="16" cy="16" r="14.5" strokeWidth="1.2" />
      <circle cx="16" cy="16" r="10.5" strokeWidth="2" />
      <circle cx="16" cy="16" r="6.6" strokeWidth="2" />
      <circle cx="16" cy="16" r="2.9" fill="#c9741f" stroke="none" />
    </svg>
  )
}
