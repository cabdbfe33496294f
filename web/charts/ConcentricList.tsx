import type { MouseEvent } from 'react'
import type { PictureItem, Ring } from './concentric-layout.ts'

type Props = {
  rings: readonly (Ring & { title: string })[]
  open: (item: PictureItem) => (event: MouseEvent) => void
}

/** What the picture shows, in words, with the numbers that its places carry on a small screen. */
export function ConcentricList({ rings, open }: Props) {
  const numbers = new Map(rings.flatMap(({ items }) => items).map(({ id }, index) => [id, index + 1]))
  return (
    <figcaption className="concentric-list">
      {rings.map(({ name, title, items }) => (
        <div key={name}>
          <p className={`ring-name ring-name-${name}`}>{title}</p>
          <ul className="plain-list">
            {items.map((item) => (
              <li key={item.id} className={item.gap ? 'ring-gap' : undefined}>
                <span className="ring-number" aria-hidden="true">
                  {numbers.get(item.id)}
                </span>
                <span>
                  <a href={item.href ?? `#${item.id}`} onClick={open(item)}>
                    {item.label}
                  </a>
                  {item.detail && <span className="small soft">{item.detail}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </figcaption>
  )
}
