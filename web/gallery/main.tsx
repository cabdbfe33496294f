import '@mantine/core/styles.layer.css'
import '../style/tokens.css'
import '../style/base.css'
import '../style/print.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { queryClient } from '../query-client.ts'
import { theme, variables } from '../staff/theme.ts'
import { isLanguage } from '../words/languages.ts'
import { chapters, type Chapter } from '../words/chapters.ts'
import { bringWords, speak, startWords } from '../words/words.ts'
import { Gallery } from './Gallery.tsx'
import { OpenGallery } from './OpenGallery.tsx'

const wanted = new URLSearchParams(location.search)
const language = wanted.get('language')

await startWords()
await Promise.all((Object.keys(chapters) as Chapter[]).map(bringWords))
if (isLanguage(language)) await speak(language)

const router = createRouter({
  routeTree: createRootRoute({ component: wanted.get('shell') === 'open' ? OpenGallery : Gallery }),
  history: createMemoryHistory({ initialEntries: ['/app'] }),
})

createRoot(document.getElementById('root')!).render(
  <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
)
