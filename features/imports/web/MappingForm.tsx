import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { useCommunity } from '#web/staff/use-community.ts'
import { announce } from '#web/ui/announcement.ts'
import { ActionButton } from '#web/ui/ActionButton.tsx'
import { ProblemNotice } from '#web/ui/ProblemNotice.tsx'
import type { MappingBody, MappingDetail } from '../mapped/contract.ts'
import { faultsOf, type FileMapping } from '../mapped/mapping.ts'
import { MappedFile } from './MappedFile.tsx'
import { useMappingWords } from './use-mapping-words.ts'

const listed = 12

/** Every file with its columns; the way on opens once nothing is missing and nothing is unsure. */
export function MappingForm({ id, detail }: { id: string; detail: MappingDetail }) {
  const { t } = useTranslation()
  const words = useMappingWords()
  const { path } = useCommunity()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [files, setFiles] = useState<FileMapping[]>(detail.files)
  const save = useMutation({
    mutationFn: () =>
      api.put<unknown, MappingBody>(`${path}/imports/${id}/mapping`, { version: detail.version, files }),
    onSuccess: async () => {
      announce(t('mapping.saved'))
      await client.invalidateQueries({ queryKey: ['import'] })
      await navigate({ to: '/app/imports/$id', params: { id } })
    },
  })
  const faults = faultsOf({ files })
  const change = (changed: FileMapping) => setFiles(files.map((each) => (each.file === changed.file ? changed : each)))
  return (
    <>
      {files.map((file) => (
        <MappedFile
          key={file.file}
          mapping={file}
          look={detail.looks.find((look) => look.file === file.file)!}
          reasons={detail.reasons[file.file] ?? []}
          change={detail.changes.find((each) => each.file === file.file)}
          faults={faults.filter((fault) => fault.file === file.file)}
          onChange={change}
        />
      ))}
      {save.error && <ProblemNotice problem={save.error} />}
      {faults.length > 0 && (
        <div className="notice">
          <p>{t('mapping.left', { count: faults.length })}</p>
          <ul>
            {faults.slice(0, listed).map((fault) => (
              <li key={`${fault.file} ${fault.about} ${fault.code}`}>{words.fault(fault)}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="form-actions">
        <ActionButton
          kind="main"
          aria-busy={save.isPending}
          disabledReason={faults.length > 0 ? t('mapping.left', { count: faults.length }) : undefined}
          onClick={() => !save.isPending && save.mutate()}
        >
          {t('mapping.save')}
        </ActionButton>
      </div>
    </>
  )
}
