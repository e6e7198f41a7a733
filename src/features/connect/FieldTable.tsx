import { Ellipsis, Lock, LockOpen, MoveDown, MoveUp, Trash2 } from 'lucide-react';
import { Suspense, useId, useRef, useState } from 'react';
import type { CredentialPlace } from '#domain/gateway/gateway.ts';
import { moveRow, removeRow, replaceRow } from '#domain/profile/editRows.ts';
import { isCredential, isCredentialName } from '#domain/profile/isCredentialName.ts';
import type { Field, SecretId, Secrets } from '#domain/profile/profile.ts';
import type { PlacedToken } from '#domain/profile/preflight.ts';
import type { ProfileProblem } from '#domain/profile/profileProblem.ts';
import type { Jwt } from '#domain/profile/readJwt.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { classNames } from '#ui/classNames.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu } from '#ui/Menu.tsx';
import { onDemand } from '#ui/onDemand.ts';
import { TextField } from '#ui/TextField.tsx';
import { newId } from '../stores/newId.ts';

import { KnownCredentials } from './KnownCredentials.tsx';
import { SecretTools, useSecretKeeping } from './SecretTools.tsx';
import type { SecretKeeping } from './SecretTools.tsx';
import { TokenNote } from './TokenNote.tsx';

const VariableOffer = onDemand(async () => (await import('./VariableOffer.tsx')).VariableOffer);

export interface FieldTableProps {
  /** The table's accessible name and heading. */
  readonly title: 'Query parameters' | 'Headers' | 'Variables';
  /** Whose the rows are; `null` for variables. */
  readonly profileName: string | null;
  readonly fields: readonly Field[];
  readonly secrets: Secrets;
  /** What is wrong with a row, by its id. */
  readonly problems: readonly ProfileProblem[];
  /** What will probably fail, or what the chosen transport cannot send, by row. */
  readonly warnings: readonly ProfileProblem[];
  readonly tokens: readonly PlacedToken[];
  /** Where the gateway looks for credentials, of this table's kind. */
  readonly credentials: readonly CredentialPlace[];
  readonly onFieldsChange: (change: (fields: readonly Field[]) => readonly Field[]) => void;
  readonly onSecretChange: (id: SecretId, value: string) => void;
}

/** An ordered table of names and values. Its last row is always empty: typing in it makes a row of it. */
export function FieldTable(props: FieldTableProps) {
  const { title, fields, secrets, problems, warnings, tokens, credentials } = props;
  const { onFieldsChange, onSecretChange } = props;
  const [blankId, setBlankId] = useState(newId);
  const isHeader = title === 'Headers';
  /** The row whose value was taken for a secret by its looks alone, until another is. */
  const [guessedId, setGuessedId] = useState<string | null>(null);
  /** Of which the person has said that they are no secrets. */
  const [plainIds, setPlainIds] = useState<ReadonlySet<string>>(new Set());

  const add = (fieldsOfRow: Partial<Pick<Field, 'name' | 'value'>>) => {
    const blank: Field = { id: blankId, name: '', value: { kind: 'text', text: '' }, isEnabled: true };
    onFieldsChange((rows) => [...rows, { ...blank, ...fieldsOfRow }]);
    setBlankId(newId());
  };
  const missing = credentials.filter(({ name }) => !fields.some((field) => isSameName(field.name, name)));
  const addCredential = (name: string) => {
    const secretId = newId();
    onSecretChange(secretId, '');
    add({ name, value: { kind: 'secret', secretId } });
  };
  const change = (id: string, changeRow: (field: Field) => Field) =>
    onFieldsChange((rows) => replaceRow(rows, id, changeRow));
  const setValue = (field: Field, text: string) => {
    if (field.value.kind === 'secret') onSecretChange(field.value.secretId, text);
    else change(field.id, (row) => ({ ...row, value: { kind: 'text', text } }));
  };
  const keepSecret = (field: Field) => {
    if (field.value.kind === 'secret') return;
    const secretId = newId();
    onSecretChange(secretId, field.value.text);
    change(field.id, (row) => ({ ...row, value: { kind: 'secret', secretId } }));
  };
  const showPlain = (field: Field) => {
    if (field.value.kind !== 'secret') return;
    const text = secrets[field.value.secretId] ?? '';
    setPlainIds(new Set([...plainIds, field.id]));
    change(field.id, (row) => ({ ...row, value: { kind: 'text', text } }));
  };
  /** What is known to be a credential by its name, or looks like one, is a secret by itself (design.md section 6). */
  const settle = (field: Field) => {
    if (field.value.kind === 'secret' || plainIds.has(field.id)) return;
    if (!isCredential(field.name, field.value.text, isHeader ? 'header' : 'query')) return;
    keepSecret(field);
    if (!isCredentialName(field.name, isHeader ? 'header' : 'query')) setGuessedId(field.id);
  };

  return (
    <div className="min-w-0">
      <table aria-label={title} className="w-full table-fixed border-collapse text-xs">
        <colgroup>
          <col className="w-7" />
          <col className="w-2/5" />
          <col />
          <col className="w-[3.25rem]" />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th>{VERBS[title]}</th>
            <th>Name</th>
            <th>Value</th>
            <th>Actions</th>
          </tr>
        </thead>
        <tbody>
          {[...fields, null].map((field, index) => (
            <FieldRow
              key={field?.id ?? blankId}
              verb={VERBS[title]}
              profileName={props.profileName}
              field={field}
              value={field === null ? '' : valueOf(field, secrets)}
              problem={field === null ? null : messageFor(problems, field.id)}
              warning={field === null ? null : messageFor(warnings, field.id)}
              token={tokens.find(({ fieldId }) => fieldId === field?.id)?.token ?? null}
              isGuess={field !== null && field.id === guessedId && field.value.kind === 'secret'}
              credentials={field === null ? missing : []}
              placeholders={index === fields.length ? BLANK_PLACEHOLDERS[title] : null}
              onName={(name) =>
                field === null ? add({ name }) : change(field.id, (row) => ({ ...row, name }))
              }
              onValue={(text) =>
                field === null ? add({ value: { kind: 'text', text } }) : setValue(field, text)
              }
              onEnabled={(isEnabled) => field !== null && change(field.id, (row) => ({ ...row, isEnabled }))}
              onSettled={() => field !== null && settle(field)}
              onMove={(offset) => field !== null && onFieldsChange((rows) => moveRow(rows, field.id, offset))}
              onKeepSecret={() => field !== null && keepSecret(field)}
              onShowPlain={() => field !== null && showPlain(field)}
              onAddCredential={addCredential}
              onRemove={() => field !== null && onFieldsChange((rows) => removeRow(rows, field.id))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const BLANK_PLACEHOLDERS = {
  'Query parameters': { name: 'Add a parameter', value: 'Value' },
  Headers: { name: 'Add a header', value: 'Value' },
  Variables: { name: 'Add a variable', value: 'Value' },
} as const;

/** What the box of a row says that it does. */
const VERBS = { 'Query parameters': 'Send', Headers: 'Send', Variables: 'Use' } as const;

interface FieldRowProps {
  readonly verb: string;
  readonly profileName: string | null;
  /** `null` for the empty row at the end. */
  readonly field: Field | null;
  readonly value: string;
  readonly problem: string | null;
  readonly warning: string | null;
  /** The token that its value holds. */
  readonly token: Jwt | null;
  /** Its value was taken for a secret by its looks. */
  readonly isGuess: boolean;
  /** To offer in the empty row. */
  readonly credentials: readonly CredentialPlace[];
  readonly placeholders: { readonly name: string; readonly value: string } | null;
  readonly onName: (name: string) => void;
  readonly onValue: (text: string) => void;
  readonly onEnabled: (isEnabled: boolean) => void;
  readonly onSettled: () => void;
  readonly onMove: (offset: number) => void;
  readonly onKeepSecret: () => void;
  readonly onShowPlain: () => void;
  readonly onAddCredential: (name: string) => void;
  readonly onRemove: () => void;
}

function FieldRow(props: FieldRowProps) {
  const { field, value, problem, warning, token, placeholders } = props;
  const [isRevealed, setRevealed] = useState(false);
  const noteId = useId();
  const valueField = useRef<HTMLInputElement>(null);
  const secretId = field?.value.kind === 'secret' ? field.value.secretId : null;
  const isSecret = secretId !== null;
  const keeping = useSecretKeeping(secretId);
  const keptNote = (value === '') === (keeping === 'waiting') ? null : KEPT_NOTES[keeping];
  const isOff = field !== null && !field.isEnabled;
  const note = problem ?? warning;
  const isMissing = isSecret && value === '' && !isOff && MAY_BE_SET[keeping];

  return (
    <>
      <tr
        data-row-id={field?.id}
        className="group/row border-b border-line/70 last:border-b-0"
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          props.onMove(event.key === 'ArrowUp' ? -1 : 1);
        }}
      >
        <td className="pl-1.5 align-middle">
          {field !== null && (
            <Checkbox
              isChecked={field.isEnabled}
              onCheckedChange={props.onEnabled}
              label={`${props.verb} ${field.name === '' ? 'this row' : field.name}`}
              isLabelHidden
              className="align-middle"
            />
          )}
        </td>
        <td>
          <TextField
            look="bare"
            aria-label="Name"
            aria-describedby={note === null ? undefined : noteId}
            placeholder={placeholders?.name}
            value={field?.name ?? ''}
            isInvalid={problem !== null}
            onValueChange={props.onName}
            onBlur={props.onSettled}
            className={classNames('font-mono', isOff && 'line-through opacity-60')}
          />
        </td>
        <td>
          <div className="relative flex items-center">
            <TextField
              ref={valueField}
              look="bare"
              aria-label="Value"
              aria-describedby={note === null ? undefined : noteId}
              placeholder={keeping === 'locked' ? 'Locked' : placeholders?.value}
              readOnly={keeping === 'locked'}
              value={value}
              isMasked={isSecret && !isRevealed}
              onValueChange={props.onValue}
              onBlur={props.onSettled}
              className={classNames('font-mono', isOff && 'opacity-60')}
            />
            {secretId !== null && (
              <SecretTools
                secretId={secretId}
                name={field?.name ?? ''}
                isRevealed={isRevealed}
                onRevealedChange={setRevealed}
              />
            )}
          </div>
        </td>
        <td className="text-right whitespace-nowrap">
          {field === null ? (
            <KnownCredentials credentials={props.credentials} onAdd={props.onAddCredential} />
          ) : (
            <Menu
              trigger={
                <IconButton
                  size="small"
                  label={`Actions for ${field.name === '' ? 'this row' : field.name}`}
                  icon={<Ellipsis />}
                />
              }
              groups={[
                [
                  { label: 'Move up', keys: 'Alt+↑', icon: <MoveUp />, onSelect: () => props.onMove(-1) },
                  { label: 'Move down', keys: 'Alt+↓', icon: <MoveDown />, onSelect: () => props.onMove(1) },
                ],
                keeping === 'locked'
                  ? []
                  : [
                      isSecret
                        ? { label: 'Treat as plain text', icon: <LockOpen />, onSelect: props.onShowPlain }
                        : { label: 'Treat as a secret', icon: <Lock />, onSelect: props.onKeepSecret },
                    ],
                [{ label: 'Remove', icon: <Trash2 />, isDangerous: true, onSelect: props.onRemove }],
              ]}
            />
          )}
        </td>
      </tr>
      {token !== null && (
        <tr>
          <td colSpan={4} className="pr-2 pb-1 pl-9">
            <TokenNote token={token} />
          </td>
        </tr>
      )}
      {props.isGuess && (
        <tr>
          <td colSpan={4} className="pr-2 pb-1 pl-9 text-2xs text-ink-soft">
            Kept as a secret, for it looks like one.{' '}
            <Button size="small" variant="quiet" className="underline" onClick={props.onShowPlain}>
              It is none
            </Button>
          </td>
        </tr>
      )}
      {keptNote !== null && (
        <tr>
          <td colSpan={4} className="pr-2 pb-1 pl-9 text-2xs text-ink-soft">
            {keptNote}
          </td>
        </tr>
      )}
      {isMissing && field !== null && field.name.trim() !== '' && (
        <Suspense>
          <VariableOffer
            key={secretId}
            secretId={secretId}
            profileName={props.profileName}
            label={field.name}
            // The button that was pressed goes.
            onTaken={() => valueField.current?.focus()}
          />
        </Suspense>
      )}
      {note !== null && (
        <tr>
          <td
            colSpan={4}
            id={noteId}
            className={classNames('pr-2 pb-1 pl-9 text-2xs', problem === null ? 'text-warn' : 'text-bad')}
          >
            {note}
          </td>
        </tr>
      )}
    </>
  );
}

/** Why a field that had a value has none now; or, of a value, that it is not kept yet. */
const KEPT_NOTES: Readonly<Record<SecretKeeping, string | null>> = {
  kept: null,
  waiting: 'Not kept on this device before your secrets are unlocked.',
  locked: null,
  'ready-made': null,
  'page-only': 'Kept in the open page only, as you chose: enter it again.',
  damaged: 'What is stored of it is damaged and cannot be unlocked: enter it again.',
};

/** Whether a value can be given to the page alone: the sealed one of those that have it would stay beside it. */
const MAY_BE_SET: Readonly<Record<SecretKeeping, boolean>> = {
  kept: true,
  waiting: true,
  locked: false,
  'ready-made': false,
  'page-only': true,
  damaged: false,
};

function valueOf(field: Field, secrets: Secrets): string {
  return field.value.kind === 'secret' ? (secrets[field.value.secretId] ?? '') : field.value.text;
}

function messageFor(problems: readonly ProfileProblem[], fieldId: string): string | null {
  return problems.find((problem) => problem.fieldId === fieldId)?.message ?? null;
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
