import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

export function TableToggle({ chart, table }: { chart: ReactNode; table: ReactNode }) {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  return (
    <>
      {asTable ? table : chart}
      <button type="button" className="table-toggle not-in-print" onClick={() => setAsTable(!asTable)}>
        {t(asTable ? 'chart.showChart' : 'chart.showTable')}
      </button>
    </>
  )
}
