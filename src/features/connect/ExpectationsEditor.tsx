import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { checkExpectations, expectationFieldId } from '#domain/expectation/checkExpectations.ts';
import type { ExpectationField } from '#domain/expectation/checkExpectations.ts';
import { DEFAULT_EXPECTATIONS, MAX_EXPECTATIONS } from '#domain/expectation/expectation.ts';
import type { Expectation, ExpectedOutcome } from '#domain/expectation/expectation.ts';
import type { SavedMessage } from '#domain/profile/profile.ts';
import { Button } from '#ui/Button.tsx';
import { FormField } from '#ui/FormField.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import { newId } from '../stores/newId.ts';
import { ExpectationFields } from './ExpectationFields.tsx';

export interface ExpectationsEditorProps {
  readonly expectations: readonly Expectation[];
  /** Those that a message can be expected after. */
  readonly messages: readonly SavedMessage[];
  readonly onChange: (change: (expectations: readonly Expectation[]) => readonly Expectation[]) => void;
}

const KINDS: readonly { readonly value: ExpectedOutcome['kind']; readonly label: string }[] = [
  { value: 'opens', label: 'It opens' },
  { value: 'refused', label: 'It is refused' },
  { value: 'subprotocol', label: 'It selects a subprotocol' },
  { value: 'message', label: 'A message comes' },
  { value: 'closes', label: 'It is closed' },
];

/** What each connection of the profile is judged by. */
export function ExpectationsEditor({ expectations, messages, onChange }: ExpectationsEditorProps) {
  const addButton = useRef<HTMLButtonElement>(null);
  /** What an expectation was before it became one of another kind: the arrow keys pass by the kinds between two. */
  const left = useRef(new Map<string, Expectation>());
  const problems = checkExpectations(expectations, messages);
  const put = (changed: Expectation) =>
    onChange((all) => all.map((each) => (each.id === changed.id ? changed : each)));
  const changeKind = (expectation: Expectation, kind: Expectation['kind']) => {
    const { id } = expectation;
    left.current.set(`${id} ${expectation.kind}`, expectation);
    put(left.current.get(`${id} ${kind}`) ?? { ...DEFAULT_EXPECTATIONS[kind], id });
  };
  const remove = (id: string) => {
    flushSync(() => onChange((all) => all.filter((each) => each.id !== id)));
    // The button that was pressed has gone.
    addButton.current?.focus();
  };
  const noteOn = (id: string, field: ExpectationField) => {
    const problem = problems.find(({ fieldId }) => fieldId === expectationFieldId(id, field));
    return problem === undefined ? null : { tone: 'bad' as const, text: problem.message };
  };
  return (
    <section aria-label="Expectations" className="flex flex-col gap-2 @xl:col-span-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h4 className="font-medium">Expectations</h4>
        <p className="min-w-0 flex-1 basis-48 text-2xs text-ink-soft">
          Each connection is judged by them, here and by <code>postern check</code>.
        </p>
        <Button
          ref={addButton}
          size="small"
          disabled={expectations.length >= MAX_EXPECTATIONS}
          onClick={() => onChange((all) => [...all, { ...nextOf(all), id: newId() }])}
        >
          <Plus aria-hidden className="size-3.5" />
          Add an expectation
        </Button>
      </div>
      {problems
        .filter(({ fieldId }) => fieldId === null)
        .map(({ message }) => (
          <p key={message} className="text-2xs text-bad">
            {message}
          </p>
        ))}
      {expectations.map((expectation, index) => (
        <fieldset
          key={expectation.id}
          aria-label={`Expectation ${index + 1}`}
          className="relative grid items-start gap-2 border-t border-line pt-2 pr-8 @md:grid-cols-[13rem_minmax(0,1fr)]"
        >
          <FormField label="Expect that">
            {(control) => (
              <Select
                {...control}
                value={expectation.kind}
                options={KINDS}
                onValueChange={(kind) => changeKind(expectation, kind)}
              />
            )}
          </FormField>
          <ExpectationFields
            expectation={expectation}
            messages={messages}
            noteOn={(field) => noteOn(expectation.id, field)}
            onChange={put}
          />
          <span className="absolute top-8 right-0">
            <IconButton
              size="small"
              label={`Remove expectation ${index + 1}`}
              icon={<X />}
              onClick={() => remove(expectation.id)}
            />
          </span>
        </fieldset>
      ))}
    </section>
  );
}

/** That it opens is expected first; after that, of what it says. */
function nextOf(expectations: readonly Expectation[]): ExpectedOutcome {
  const isFirst = expectations.length === 0;
  return isFirst ? DEFAULT_EXPECTATIONS.opens : DEFAULT_EXPECTATIONS.message;
}
