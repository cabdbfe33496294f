import { useState } from 'react'
import { ConnectionLost, ProblemError } from '../problem.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { EmptyPlace } from '../ui/EmptyPlace.tsx'
import { FlagReason } from '../ui/FlagReason.tsx'
import { Origin } from '../ui/Origin.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { attendanceOrigin } from './facts.ts'

const refusal = new ProblemError({
  code: 'unreadable',
  title: 'We could not read two lines',
  status: 422,
  detail: 'Two lines of attendance.csv could not be read.',
})
const lines = ['Line 12: the date 13/45/2026 does not exist.', 'Line 40: no student has the number 000317.']

export function Parts() {
  const [asking, setAsking] = useState(false)
  return (
    <div className="gallery-grid">
      <div className="card">
        <h2>Nobody has written about them yet (2)</h2>
        <p>
          <strong>Amara Okafor, grade 7</strong>
        </p>
        <FlagReason
          level="concern"
          reason="Missed 9 of 61 days since September 3 (14.8%); concern starts at 10%."
          origin={<Origin of="Days missed" facts={attendanceOrigin} />}
        />
        <p>
          <br />
          <strong>Chidi Nwosu, grade 8</strong>
        </p>
        <FlagReason level="caution" reason="Missed 4 of 61 days since September 3 (6.6%); caution starts at 5%." />
        <p className="gallery-row">
          <ActionButton kind="main">Write a note</ActionButton>
          <ActionButton>Start a plan</ActionButton>
        </p>
      </div>
      <div className="card">
        <h2>Buttons</h2>
        <p className="gallery-row">
          <ActionButton kind="main">Send the referral</ActionButton>
          <ActionButton>Save as a draft</ActionButton>
          <ActionButton kind="quiet">Who can see this</ActionButton>
          <ActionButton kind="grave" onClick={() => setAsking(true)}>
            Withdraw consent
          </ActionButton>
        </p>
        <ActionButton
          kind="main"
          disabledReason="River Clinic has no signed agreement yet. The data steward can start one."
        >
          Refer to River Clinic
        </ActionButton>
        <ConfirmDialog
          open={asking}
          title="Withdraw your consent for YMCA tutoring?"
          confirm="Withdraw consent"
          grave
          onConfirm={() => setAsking(false)}
          onCancel={() => setAsking(false)}
        >
          <p>The YMCA stops seeing Amara’s attendance at once. You can give consent again at any time.</p>
        </ConfirmDialog>
      </div>
      <div className="card">
        <h2>Long work</h2>
        <ProgressBar label="attendance.csv" done={48_210} total={126_400} elapsedSeconds={31} />
        <br />
        <ProgressBar label="students.csv" done={1_200} total={1_200} elapsedSeconds={4} />
      </div>
      <div className="card">
        <h2>Empty and broken</h2>
        <EmptyPlace
          title="Amara’s support plan will be here"
          first={<ActionButton kind="main">Start with a goal</ActionButton>}
        >
          Goals, who helps, and when to look again.
        </EmptyPlace>
        <br />
        <ProblemNotice problem={refusal}>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </ProblemNotice>
        <br />
        <ProblemNotice problem={new ConnectionLost(null)} onRetry={() => undefined} />
      </div>
    </div>
  )
}
