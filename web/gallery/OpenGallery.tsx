import { AttendanceHeatMap } from '../charts/AttendanceHeatMap.tsx'
import { ConcentricPicture } from '../charts/ConcentricPicture.tsx'
import { OpenShell } from '../open/OpenShell.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { attendance, rings } from './facts.ts'

const nav = (
  <ul className="plain-list">
    {['My child', 'The plan', 'Who sees what', 'Ask for help'].map((label, index) => (
      <li key={label}>
        <a href={`#${index}`} aria-current={index === 0 ? 'page' : undefined}>
          {label}
        </a>
      </li>
    ))}
  </ul>
)
const nothing = () => undefined

export const OpenGallery = () => (
  <OpenShell person="Ngozi Okafor" nav={nav} onSignOut={nothing} onRetry={nothing}>
    <h1>Amara</h1>
    <p>Three people at school and two partners stand around Amara this year.</p>
    <ConcentricPicture
      student={{ name: 'Amara Okafor', strength: 'likes fixing bikes' }}
      rings={rings}
      onOpen={nothing}
    />
    <AttendanceHeatMap finding="Amara missed 9 of 61 days since September 3" year={attendance} />
    <ActionButton kind="main">Ask the school for help</ActionButton>
  </OpenShell>
)
