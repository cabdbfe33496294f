import type { MouseEvent } from 'react'
import type { useRoving } from '../ui/use-roving.ts'
import { dot, lineHeight, type PictureItem, type Place } from './concentric-layout.ts'

type Props = {
  item: PictureItem
  number: number
  place: Place
  onClick: (event: MouseEvent) => void
  roving: ReturnType<ReturnType<typeof useRoving<HTMLAnchorElement>>['propsFor']>
}

/** One person or service: a filled place, or a dotted one with an invitation. */
export const PictureNode = ({ item, number, place, onClick, roving }: Props) => (
  <g transform={`translate(${place.x} ${place.y})`}>
    <a
      {...roving}
      href={item.href ?? `#${item.id}`}
      className={item.gap ? 'node node-gap' : 'node'}
      aria-label={[item.label, item.detail].filter(Boolean).join(', ')}
      onClick={onClick}
    >
      <circle className="node-target" r="20" />
      <circle className="node-dot" r={dot} />
      {item.gap && <path className="node-plus" d="M-5 0H5M0-5V5" />}
      <text className="node-number">{number}</text>
      <text className="node-label">
        {place.lines.map((line, index) => (
          <tspan key={line} x={place.aside} y={dot + lineHeight + index * lineHeight}>
            {line}
          </tspan>
        ))}
      </text>
    </a>
  </g>
)
