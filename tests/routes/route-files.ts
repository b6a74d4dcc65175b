/** The doors of the production build, and the doors as they are written. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ServerBuild } from '@remix-run/node'
import ts from 'typescript'

const root = new URL('../../', import.meta.url)

/** Addresses with their parameters, `/admin/requests/:id`, from the manifest that the server is built with. */
export async function routePatterns(): Promise<string[]> {
  const { routes } = (await import(new URL('build/server/index.js', root).href)) as ServerBuild
  const addressOf = (id: string): string => {
    const route = routes[id]
    if (route === undefined) return ''
    return join(route.parentId === undefined ? '/' : addressOf(route.parentId), route.path ?? '')
  }
  return Object.keys(routes)
    .filter((id) => id !== 'root')
    .map(addressOf)
}

export type Handler = { file: string; name: 'loader' | 'action'; firstLine: string }

/** Every loader and action of `app/root.tsx` and `app/routes/`, with the first statement of its body. */
export function handlers(): Handler[] {
  const files = ['app/root.tsx', ...readdirSync(new URL('app/routes', root)).map((name) => `app/routes/${name}`)]
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(new URL(file, root), 'utf8'), ts.ScriptTarget.Latest)
    return source.statements.flatMap((statement) => handlersIn(statement, source).map((one) => ({ file, ...one })))
  })
}

function handlersIn(statement: ts.Statement, source: ts.SourceFile): Omit<Handler, 'file'>[] {
  const exported = ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(isExport)
  if (ts.isExportDeclaration(statement)) return reexported(statement, source)
  if (!exported) return []
  if (ts.isFunctionDeclaration(statement)) return handler(statement.name?.text, statement.body, source)
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    handler(
      name.getText(source),
      initializer && ts.isArrowFunction(initializer) ? initializer.body : undefined,
      source,
    ),
  )
}

/** A handler written elsewhere cannot be looked into: it shows as one that asks nobody. */
function reexported({ exportClause }: ts.ExportDeclaration, source: ts.SourceFile): Omit<Handler, 'file'>[] {
  if (!exportClause || !ts.isNamedExports(exportClause)) return []
  return exportClause.elements.flatMap(({ name }) => handler(name.text, undefined, source))
}

function handler(name: string | undefined, body: ts.Node | undefined, source: ts.SourceFile): Omit<Handler, 'file'>[] {
  if (name !== 'loader' && name !== 'action') return []
  const first = body && ts.isBlock(body) ? body.statements[0] : body
  return [{ name, firstLine: first?.getText(source) ?? '' }]
}

const isExport = ({ kind }: ts.Modifier) => kind === ts.SyntaxKind.ExportKeyword
