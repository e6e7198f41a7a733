import { DYNAMIC_VARIABLES } from '#domain/profile/variables/dynamicVariables.ts';

/** How variables are written, and those that need no value. */
export function VariableHelp() {
  return (
    <div className="flex flex-col gap-1 text-xs text-ink-soft">
      <p>
        Write <code className="font-mono text-ink">{'{{name}}'}</code> in the URL, in parameters, headers,
        subprotocols, options and messages. A secret’s value stays on this device: files and links name it
        only. For the braces themselves, write{' '}
        <code className="font-mono text-ink">{String.raw`\{{name}}`}</code>.
      </p>
      <ul aria-label="Variables that Postern makes" className="flex flex-wrap gap-x-4 gap-y-0.5">
        {DYNAMIC_VARIABLES.map(({ name, meaning }) => (
          <li key={name}>
            <code className="font-mono text-ink">{`{{${name}}}`}</code> {meaning}
          </li>
        ))}
      </ul>
    </div>
  );
}
