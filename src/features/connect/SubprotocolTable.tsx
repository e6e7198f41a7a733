import { MoveUp, X } from 'lucide-react';
import { useId, useState } from 'react';
import { moveRow, removeRow, replaceRow } from '#domain/profile/editRows.ts';
import type { PlacedToken } from '#domain/profile/preflight.ts';
import type { SubprotocolChoice } from '#domain/profile/profile.ts';
import type { ProfileProblem } from '#domain/profile/profileProblem.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { TextField } from '#ui/TextField.tsx';
import { newId } from '../stores/newId.ts';
import { TokenNote } from './TokenNote.tsx';

export interface SubprotocolTableProps {
  readonly subprotocols: readonly SubprotocolChoice[];
  readonly problems: readonly ProfileProblem[];
  /** The tokens among the subprotocols, by row. */
  readonly tokens: readonly PlacedToken[];
  readonly suggestions: readonly string[];
  readonly onChange: (change: (rows: readonly SubprotocolChoice[]) => readonly SubprotocolChoice[]) => void;
}

/** The subprotocols to offer, in order of preference (RFC 6455 section 1.9). */
export function SubprotocolTable(props: SubprotocolTableProps) {
  const { subprotocols, problems, tokens, suggestions, onChange } = props;
  const [blankId, setBlankId] = useState(newId);
  const suggestionsId = useId();
  const rows: readonly SubprotocolChoice[] = [...subprotocols, { id: blankId, value: '', isEnabled: true }];

  const noteIdOf = ({ id }: SubprotocolChoice) => `${suggestionsId}${id}`;
  const setValue = (row: SubprotocolChoice, value: string) => {
    if (row.id === blankId) {
      onChange((kept) => [...kept, { ...row, value }]);
      setBlankId(newId());
    } else {
      onChange((kept) => replaceRow(kept, row.id, (one) => ({ ...one, value })));
    }
  };

  return (
    <>
      <table aria-label="Subprotocols" className="w-full table-fixed border-collapse text-xs">
        <colgroup>
          <col className="w-7" />
          <col />
          <col className="w-14" />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th>Offer</th>
            <th>Subprotocol</th>
            <th>Actions</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const problem = problems.find((one) => one.fieldId === row.id)?.message ?? null;
            const isBlank = row.id === blankId;
            const token = tokens.find(
              ({ at, fieldId }) => at === 'subprotocols' && fieldId === row.id,
            )?.token;
            return (
              <tr key={row.id} className="border-b border-line/70 align-top last:border-b-0">
                <td className="pt-1.5 pl-1.5">
                  {!isBlank && (
                    <Checkbox
                      isChecked={row.isEnabled}
                      onCheckedChange={(isEnabled) =>
                        onChange((kept) => replaceRow(kept, row.id, (one) => ({ ...one, isEnabled })))
                      }
                      label={`Offer ${row.value}`}
                      isLabelHidden
                    />
                  )}
                </td>
                <td>
                  <TextField
                    look="bare"
                    aria-label="Subprotocol"
                    aria-describedby={problem === null ? undefined : noteIdOf(row)}
                    list={suggestionsId}
                    placeholder={isBlank ? 'Add a subprotocol' : undefined}
                    value={row.value}
                    isInvalid={problem !== null}
                    onValueChange={(value) => setValue(row, value)}
                    className="font-mono"
                  />
                  {token !== undefined && (
                    <div className="px-2 pb-1">
                      <TokenNote token={token} />
                    </div>
                  )}
                  {problem !== null && (
                    <p id={noteIdOf(row)} className="px-2 pb-1 text-2xs text-bad">
                      {problem}
                    </p>
                  )}
                </td>
                <td className="text-right whitespace-nowrap">
                  {!isBlank && index > 0 && (
                    <IconButton
                      size="small"
                      label={`Prefer ${row.value}`}
                      icon={<MoveUp />}
                      onClick={() => onChange((kept) => moveRow(kept, row.id, -1))}
                    />
                  )}
                  {!isBlank && (
                    <IconButton
                      size="small"
                      label={`Remove ${row.value}`}
                      icon={<X />}
                      onClick={() => onChange((kept) => removeRow(kept, row.id))}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <datalist id={suggestionsId}>
        {suggestions.map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
      </datalist>
    </>
  );
}
