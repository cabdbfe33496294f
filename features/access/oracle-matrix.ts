/**
 * The matrix of the domain, element by element: r reads, w writes, p reads in part (what the part is stands in `whyNotThePart`),
 * s reads if the agreement's schedule names the element. The same rules as the database's, written and read apart from them.
 */
const matrix = `
                       steward principal counselor coordinator teacher partner family
  directory            rw      r         r         r           r       s       r
  enrollment           rw      r         r         r           r       s       r
  demographics         rw      r         r         -           -       s       r
  contacts             rw      r         rw        rw          r       s       pw
  household            rw      r         rw        rw          -       s       pw
  attendance           rw      r         r         r           r       s       r
  behavior             rw      r         r         r           -       s       r
  grades               rw      r         r         r           p       s       r
  assessments          rw      r         r         r           -       s       r
  college_access       rw      r         r         r           -       s       r
  flags                r       r         r         r           p       -       -
  needs                -       r         rw        rw          pw      s       rw
  strengths            -       r         rw        rw          rw      s       rw
  voice                -       r         rw        rw          rw      s       rw
  plan                 -       r         rw        rw          r       ps      rw
  referrals            -       r         rw        rw          r       pw      rw
  services             -       r         rw        rw          r       pw      r
  notes                -       r         rw        rw          pw      -       -
  restricted_notes     -       -         rw        p           -       -       -
  consents             r       r         r         r           -       -       p
  contact_restrictions rw      r         -         -           -       -       -`

export const columnOfRole: Record<string, string> = {
  data_steward: 'steward',
  principal: 'principal',
  counselor: 'counselor',
  nurse: 'counselor',
  social_worker: 'counselor',
  coordinator: 'coordinator',
  teacher: 'teacher',
  partner_worker: 'partner',
  guardian: 'family',
  eligible_student: 'family',
}

const [header, ...lines] = matrix.trim().split('\n')
const columns = header!.trim().split(/\s+/)
const cells = new Map(
  lines.flatMap((line) => {
    const [element, ...marks] = line.trim().split(/\s+/)
    return marks.map((mark, i) => [`${columns[i]} ${element}`, mark] as const)
  }),
)
export const elements = lines.map((line) => line.trim().split(/\s+/)[0]!)
export const shareableElements = elements.filter((element) => /s/.test(cells.get(`partner ${element}`)!))

export const markOf = (role: string, element: string) => cells.get(`${columnOfRole[role]} ${element}`) ?? '-'
