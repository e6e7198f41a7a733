import { Copy, MoveDown, MoveUp, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { SavedMessage } from '#domain/profile/profile.ts';
import { classNames } from '#ui/classNames.ts';
import { IconButton } from '#ui/IconButton.tsx';

export interface SavedMessageListProps {
  readonly messages: readonly SavedMessage[];
  readonly selected: SavedMessage;
  readonly canDuplicate: boolean;
  readonly onSelect: (id: string) => void;
  readonly onMove: (offset: number) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
  /** Enter. */
  readonly onChoose: () => void;
}

/** The messages in the person's order. Arrows choose one; with Alt they move it. */
export function SavedMessageList(props: SavedMessageListProps) {
  const { messages, selected, canDuplicate, onSelect, onMove, onDuplicate, onRemove, onChoose } = props;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const index = messages.indexOf(selected);
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  const goTo = (to: number) => {
    const message = messages[Math.min(Math.max(to, 0), messages.length - 1)];
    if (message !== undefined) onSelect(message.id);
  };
  const press = (event: KeyboardEvent) => {
    const { key, altKey } = event;
    const step = key === 'ArrowDown' ? 1 : -1;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (altKey) onMove(step);
      else goTo(index + step);
    } else if (key === 'Home') goTo(0);
    else if (key === 'End') goTo(messages.length - 1);
    else if (key === 'Delete' || (key === 'Backspace' && event.metaKey)) onRemove();
    else if (key === 'Enter' && !event.metaKey && !event.ctrlKey) onChoose();
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex min-h-0 flex-col rounded-md border border-line max-md:h-44">
      <div
        ref={list}
        // A select has no keys to move its options by.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        aria-label="Saved messages"
        tabIndex={0}
        aria-activedescendant={`${listId}-${selected.id}`}
        onKeyDown={press}
        className="min-h-0 flex-1 overflow-y-auto rounded-t-md p-1 focus-visible:-outline-offset-2"
      >
        {messages.map((message) => (
          // The list has the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={message.id}
            id={`${listId}-${message.id}`}
            // An option element is none outside a select or a datalist.
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="option"
            tabIndex={-1}
            aria-selected={message === selected}
            onClick={() => onSelect(message.id)}
            onDoubleClick={onChoose}
            className={classNames(
              'flex h-7 items-center gap-2 rounded px-2 text-xs',
              message === selected ? 'bg-selected' : 'hover:bg-hover',
            )}
          >
            <span className="min-w-0 flex-1 truncate" title={message.name}>
              {message.name}
            </span>
            <span aria-hidden className="shrink-0 text-2xs text-ink-soft">
              {markOf(message)}
            </span>
          </div>
        ))}
      </div>
      <div className="flex gap-0.5 border-t border-line p-0.5">
        <IconButton
          size="small"
          label="Move up (Alt+↑)"
          icon={<MoveUp />}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        />
        <IconButton
          size="small"
          label="Move down (Alt+↓)"
          icon={<MoveDown />}
          disabled={index === messages.length - 1}
          onClick={() => onMove(1)}
        />
        <IconButton
          size="small"
          label="Duplicate the message"
          icon={<Copy />}
          disabled={!canDuplicate}
          onClick={onDuplicate}
        />
        <IconButton
          size="small"
          label="Delete the message (Del)"
          icon={<Trash2 />}
          className="ml-auto"
          onClick={onRemove}
        />
      </div>
    </div>
  );
}

function markOf({ mode, binaryEncoding }: SavedMessage): string {
  if (mode === 'text') return '';
  return mode === 'json' ? 'JSON' : binaryEncoding;
}
