/**
 * The house's look for pages that must hold when Remix does not: its tokens written out, for the hashed name of its style
 * sheet is not known here. Its typefaces are not known either: the next ones of their families serve.
 */
import { createHash } from 'node:crypto'

export const style = `:root{color-scheme:light dark;--paper:light-dark(#f7f5f1,#14161d);--sheet:light-dark(#fffefc,#1b1e27);--ink:light-dark(#1c2030,#ece8e0);
--soft:light-dark(#535768,#b0b2bf);--edge:light-dark(#7b7977,#858b9d);--garance:light-dark(#a01c3f,#f28ca0);--on-garance:light-dark(#fffaf7,#22060e);
--serif:'EB Garamond Variable',Garamond,'Iowan Old Style',Georgia,serif}
*{box-sizing:border-box;margin:0}
body{background:var(--paper);color:var(--ink);font:400 1rem/1.5 'Radio Canada Variable',system-ui,'Segoe UI',Arial,sans-serif;overflow-wrap:anywhere}
main{display:grid;gap:1.5rem;align-content:start;min-height:100vh;max-width:48rem;margin-inline:auto;padding:1.5rem clamp(1rem,5vw,2.5rem) 4rem;border-inline-start:1.5px solid var(--garance)}
.wordmark{font:500 2rem/1 var(--serif);margin-bottom:2.5rem}
h1{font:500 clamp(2.125rem,1.6rem + 2.2vw,3.25rem)/1.1 var(--serif);letter-spacing:-.012em;text-wrap:balance}
p{max-width:38rem;text-wrap:pretty}
a{color:inherit;text-decoration-color:var(--edge);text-underline-offset:.2em}
a:hover{color:var(--garance)}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px;border-radius:3px}
form{display:grid;gap:1.5rem}
label{display:grid;gap:.25rem;font-weight:600}
textarea,input{width:100%;min-height:2.75rem;padding:.5rem .75rem;font:inherit;font-weight:400;color:inherit;background:var(--sheet);border:1px solid var(--edge);border-radius:3px}
textarea{field-sizing:content;resize:vertical}
.button{display:inline-flex;align-items:center;min-height:2.75rem;padding:.5rem 1.1rem;font:inherit;font-weight:500;color:inherit;background:var(--sheet);border:1px solid var(--edge);border-radius:3px;text-decoration:none;cursor:pointer}
.primary{font-weight:600;color:var(--on-garance);background:var(--garance);border-color:var(--garance)}`

/** What allows the one style sheet of these pages in their policy. */
export const pageStyleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`
