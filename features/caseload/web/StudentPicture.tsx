import { useTranslation } from 'react-i18next'
import type { Viewer } from '#features/access/contract.ts'
import type { Referral } from '#features/referrals/contract.ts'
import type { PictureItem } from '#web/charts/concentric-layout.ts'
import { ConcentricPicture } from '#web/charts/ConcentricPicture.tsx'
import type { Act } from './StudentActs.tsx'
import { studentRings } from './student-rings.ts'
import { holds, type StudentProps } from './StudentSheet.tsx'
import { useRingWords } from './use-ring-words.ts'

type Props = StudentProps & { viewers: readonly Viewer[]; referrals: readonly Referral[] }

const actOfGap: Record<string, Act> = { 'gap-adult': 'voice', 'gap-partner': 'refer', 'gap-family': 'notes' }

/** The map of the page: the student in the middle, and whoever stands around them. */
export function StudentPicture({ record, name, onAct, viewers, referrals }: Props) {
  const { t } = useTranslation()
  const words = useRingWords()
  const around = {
    contacts: holds(record, 'contacts') ? record.contacts : null,
    viewers,
    referrals: holds(record, 'referrals') ? referrals : null,
  }
  const [strength] = record.strengths
  const open = ({ id, href }: PictureItem) => {
    const act = actOfGap[id]
    if (act !== undefined && record.writable.includes(act === 'refer' ? 'referrals' : act)) return onAct(act)
    const section = document.querySelector<HTMLElement>(href ?? '#viewers')
    section?.scrollIntoView({ block: 'start' })
    section?.focus({ preventScroll: true })
  }
  return (
    <section className="card student-picture" aria-label={t('ring.picture', { name })}>
      <ConcentricPicture
        student={{ name, ...(strength && { strength: shortened(strength.body) }) }}
        rings={studentRings(around, words)}
        onOpen={open}
      />
    </section>
  )
}

const longest = 45

/** The middle of the picture has room for a few words; all of them stand beside it. */
const shortened = (text: string): string => {
  const [first = ''] = text.split(/[.;!?\n]/)
  return first.length <= longest ? first : `${first.slice(0, longest).replace(/\s+\S*$/, '')}…`
}
