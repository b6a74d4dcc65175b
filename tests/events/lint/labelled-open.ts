/** All of the open part: rules are widened on it. */
import { again } from './labelled-again.ts'
import { apart } from './labelled-apart.ts'
import { attacks } from './labelled-attacks.ts'
import { blind } from './labelled-blind.ts'
import { blind2 } from './labelled-blind-2.ts'
import { blind3 } from './labelled-blind-3.ts'
import { caught } from './labelled-caught.ts'
import { claimsParaphrased } from './labelled-claims.ts'
import { clean } from './labelled-clean.ts'
import { fifth } from './labelled-fifth.ts'
import { fourth } from './labelled-fourth.ts'
import { near } from './labelled-near.ts'
import { sixth } from './labelled-sixth.ts'
import { wordingsParaphrased } from './labelled-wordings.ts'
import { third } from './labelled-third.ts'
import { labelsOf, type Labelled } from './labelled.ts'

export const openLabels: Labelled[] = [
  ...labelsOf('open', { caught, clean }),
  ...labelsOf('claims', { caught: claimsParaphrased, clean: near }),
  ...labelsOf('wordings', { caught: wordingsParaphrased, clean: [] }),
  ...labelsOf('apart', apart),
  ...labelsOf('first-look', blind),
  ...labelsOf('again', again),
  ...labelsOf('third', third),
  ...labelsOf('second-look', blind2),
  ...labelsOf('fourth', fourth),
  ...labelsOf('fifth', fifth),
  ...labelsOf('attacks', attacks),
  ...labelsOf('third-look', blind3),
  ...labelsOf('sixth', sixth),
]
