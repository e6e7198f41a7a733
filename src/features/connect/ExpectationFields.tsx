import { assertNever } from '#domain/assertNever.ts';
import type { ExpectationField } from '#domain/expectation/checkExpectations.ts';
import { MAX_EXPECTED_FILTER_LENGTH } from '#domain/expectation/expectation.ts';
import type { Expectation } from '#domain/expectation/expectation.ts';
import type { SavedMessage } from '#domain/profile/profile.ts';
import type { FieldNoteText } from '#ui/FieldNote.tsx';
import { FormField } from '#ui/FormField.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { SecondsField } from './SecondsField.tsx';

export interface ExpectationFieldsProps {
  readonly expectation: Expectation;
  readonly messages: readonly SavedMessage[];
  readonly noteOn: (field: ExpectationField) => FieldNoteText | null;
  readonly onChange: (expectation: Expectation) => void;
}

/** For a few digits; what is wrong with them has room beside. */
const SHORT = '[&_input]:max-w-36';

/** What an expectation of its kind takes. */
export function ExpectationFields({ expectation, messages, noteOn, onChange }: ExpectationFieldsProps) {
  switch (expectation.kind) {
    case 'opens':
      return (
        <div className={SHORT}>
          <Within {...{ expectation, noteOn, onChange }} />
        </div>
      );
    case 'refused':
      return (
        <div className={SHORT}>
          <WholeNumber
            label="Status"
            note={noteOn('status')}
            value={expectation.status}
            onValueChange={(status) => onChange({ ...expectation, status })}
          />
        </div>
      );
    case 'subprotocol':
      return (
        <FormField label="Subprotocol" note={noteOn('value')}>
          {(control) => (
            <TextField
              {...control}
              className="font-mono"
              placeholder="none"
              isInvalid={noteOn('value') !== null}
              value={expectation.value}
              onValueChange={(value) => onChange({ ...expectation, value })}
            />
          )}
        </FormField>
      );
    case 'message':
      return (
        <div className="grid items-start gap-2 @md:grid-cols-[minmax(0,1fr)_5rem_9rem]">
          <FormField label="It matches" note={noteOn('filter')}>
            {(control) => (
              <TextField
                {...control}
                className="font-mono"
                placeholder={'$.action == "echo"'}
                title="As in the search of the log: its help lists what can be asked"
                maxLength={MAX_EXPECTED_FILTER_LENGTH}
                isInvalid={noteOn('filter') !== null}
                value={expectation.filter}
                onValueChange={(filter) => onChange({ ...expectation, filter })}
              />
            )}
          </FormField>
          <Within {...{ expectation, noteOn, onChange }} />
          <FormField label="Counted from" note={noteOn('after')}>
            {(control) => (
              <Select
                {...control}
                value={expectation.after}
                options={startsFor(expectation.after, messages)}
                onValueChange={(after) => onChange({ ...expectation, after })}
              />
            )}
          </FormField>
        </div>
      );
    case 'closes':
      return (
        <div className="grid grid-cols-2 items-start gap-2 @md:grid-cols-[9rem_5rem]">
          <WholeNumber
            label="Close code"
            note={noteOn('code')}
            value={expectation.code}
            onValueChange={(code) => onChange({ ...expectation, code })}
          />
          <Within {...{ expectation, noteOn, onChange }} />
        </div>
      );
    default:
      return assertNever(expectation);
  }
}

/** The opening, and the sending of each saved message; one that is there no more stays to be seen. */
function startsFor(after: string, messages: readonly SavedMessage[]) {
  const names = messages.map(({ name }) => name);
  const gone = after === '' || names.includes(after) ? [] : [{ value: after, label: `“${after}” (gone)` }];
  return [
    { value: '', label: 'The opening' },
    ...names.map((name) => ({ value: name, label: `“${name}”` })),
    ...gone,
  ];
}

interface WithinProps {
  readonly expectation: Extract<Expectation, { readonly withinMs: number }>;
  readonly noteOn: ExpectationFieldsProps['noteOn'];
  readonly onChange: (expectation: Expectation) => void;
}

function Within({ expectation, noteOn, onChange }: WithinProps) {
  return (
    <FormField label="Within, s" note={noteOn('withinMs')}>
      {(control) => (
        <SecondsField
          {...control}
          isInvalid={noteOn('withinMs') !== null}
          ms={expectation.withinMs}
          onMsChange={(withinMs) => onChange({ ...expectation, withinMs })}
        />
      )}
    </FormField>
  );
}

interface WholeNumberProps {
  readonly label: string;
  readonly note: FieldNoteText | null;
  readonly value: number;
  readonly onValueChange: (value: number) => void;
}

/** Of a status or a close code: more than it takes, few enough to read. */
const MAX_DIGITS = 5;

function WholeNumber({ label, note, value, onValueChange }: WholeNumberProps) {
  return (
    <FormField label={label} note={note}>
      {(control) => (
        <TextField
          {...control}
          inputMode="numeric"
          className="tabular-nums"
          maxLength={MAX_DIGITS}
          isInvalid={note !== null}
          value={value === 0 ? '' : String(value)}
          onValueChange={(text) => onValueChange(Number(text.replaceAll(/\D/g, '')))}
        />
      )}
    </FormField>
  );
}
