/** Hidden fields, for what a form must carry besides what is typed. Never restored by the browser after a reload. */
export function Hidden({ fields }: { fields: Record<string, string | number> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} autoComplete="off" />
      ))}
    </>
  )
}
