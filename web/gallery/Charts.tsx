import { AttendanceHeatMap } from '../charts/AttendanceHeatMap.tsx'
import { CollegeChecklist } from '../charts/CollegeChecklist.tsx'
import { ConcentricPicture } from '../charts/ConcentricPicture.tsx'
import { GradeMultiples } from '../charts/GradeMultiples.tsx'
import { IncidentLine } from '../charts/IncidentLine.tsx'
import { Origin } from '../ui/Origin.tsx'
import { attendance, attendanceOrigin, college, courses, incidents, letters, rings } from './facts.ts'

export const Charts = () => (
  <>
    <h2>The concentric picture</h2>
    <div className="card">
      <ConcentricPicture
        student={{ name: 'Amara Okafor', strength: 'likes fixing bikes' }}
        rings={rings}
        onOpen={() => undefined}
      />
    </div>
    <h2>Charts</h2>
    <div className="gallery-grid">
      <div className="card">
        <AttendanceHeatMap
          finding="Missed 9 of 61 days, most of them on Mondays"
          year={attendance}
          origin={<Origin of="Days missed" facts={attendanceOrigin} />}
        />
      </div>
      <div className="card">
        <IncidentLine
          finding="Three incidents, two of them in one week in October"
          from="2026-09-01"
          to="2027-01-29"
          incidents={incidents}
        />
      </div>
      <div className="card">
        <GradeMultiples
          finding="English is rising, math fell in each quarter"
          courses={courses}
          line={{ mark: 70, label: 'Caution starts below 70 in English and math' }}
        />
      </div>
      <div className="card">
        <GradeMultiples finding="US History slipped to D+" courses={letters} />
        <CollegeChecklist finding="Two steps to college are done, the FAFSA is still to do" years={college} />
      </div>
    </div>
  </>
)
