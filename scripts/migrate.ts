/** `npm run migrate`: brings the schema up to date, as every start does. */
import { withArchive } from './with-archive.ts'

await withArchive(() => {
  process.stdout.write('Le schéma est à jour.\n')
  return Promise.resolve()
})
