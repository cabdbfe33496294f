import { type MouseEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoving } from '../ui/use-roving.ts'
import { bands, type PictureItem, placeItems, type Ring, wrap } from './concentric-layout.ts'
import { ConcentricList } from './ConcentricList.tsx'
import { PictureNode } from './PictureNode.tsx'
import './ConcentricPicture.css'

type Props = {
  /** The student's name, and a strength or interest when one is known. */
  student: { name: string; strength?: string }
  rings: readonly Ring[]
  onOpen?: (item: PictureItem) => void
}

/** A student among the people who stand around them: the same facts as a picture and as a list. */
export function ConcentricPicture({ student, rings, onOpen }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const titled = rings.map((ring) => ({ ...ring, title: ring.title ?? t(`ring.${ring.name}`) }))
  const places = placeItems(titled)
  const items = rings.flatMap((ring) => ring.items)
  const roving = useRoving<HTMLAnchorElement>(items.length)
  const open = (item: PictureItem) => (event: MouseEvent) => {
    if (!onOpen || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    onOpen(item)
  }
  return (
    <figure className="concentric">
      <svg viewBox="-440 -364 880 730" role="group" aria-label={t('ring.picture', { name: student.name })}>
        {[...titled].reverse().map(({ name }) => (
          <circle key={name} className={`band band-${name}`} r={bands[name].outer} />
        ))}
        <circle className="band band-student" r={bands.family.inner} />
        {titled.map(({ name, title }) => (
          <RingTitle key={name} id={`${id}-${name}`} radius={bands[name].outer - 19} title={title} />
        ))}
        <Student {...student} />
        {items.map((item, index) => (
          <PictureNode
            key={item.id}
            item={item}
            number={index + 1}
            place={places.get(item.id) ?? nowhere}
            onClick={open(item)}
            roving={roving.propsFor(index)}
          />
        ))}
      </svg>
      <ConcentricList rings={titled} open={open} />
    </figure>
  )
}

const nowhere = { x: 0, y: 0, aside: 0, lines: [] }

const RingTitle = ({ id, radius, title }: { id: string; radius: number; title: string }) => (
  <g aria-hidden="true">
    <path id={id} d={`M ${-radius} 0 A ${radius} ${radius} 0 0 1 ${radius} 0`} fill="none" />
    <text className="ring-title">
      <textPath href={`#${id}`} startOffset="50%">
        {title}
      </textPath>
    </text>
  </g>
)

function Student({ name, strength }: Props['student']) {
  const lines = strength ? wrap(strength, 17) : []
  const [given = name, ...family] = name.split(' ')
  return (
    <text className="student" aria-hidden="true">
      <tspan x="0" y={lines.length > 0 ? -24 : -4} className="student-name">
        {given}
      </tspan>
      <tspan x="0" dy="22" className="student-family">
        {family.join(' ')}
      </tspan>
      {lines.map((line, index) => (
        <tspan key={line} x="0" dy={index === 0 ? 26 : 18} className="student-strength">
          {line}
        </tspan>
      ))}
    </text>
  )
}
