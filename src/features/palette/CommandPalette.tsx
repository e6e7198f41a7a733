import { Command as Primitive } from 'cmdk';
import { CornerDownLeft, Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useRef, useState } from 'react';
import { useReturnFocus } from '#ui/useReturnFocus.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { namedEnvironments } from '../environments/environmentList.ts';
import { putMessage } from '../stores/putMessage.ts';
import { useStores } from '../stores/StoresContext.ts';
import { paletteItems } from './paletteItems.ts';
import type { Command, PaletteItem } from './paletteItems.ts';
import { paletteMatches } from './paletteMatches.ts';

export type { Command };

export interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly commands: readonly Command[];
}

/** Every command, every profile to go to, and every saved message, by a few letters. */
export function CommandPalette({ isOpen, onOpenChange, commands }: CommandPaletteProps) {
  const returnFocus = useReturnFocus();
  const chosen = useRef<PaletteItem | null>(null);
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={returnFocus.note}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus.giveBack();
            // Only now, so that a command which moves the focus has the last word.
            chosen.current?.run();
            chosen.current = null;
          }}
          className="fixed top-[12dvh] left-1/2 z-50 flex max-h-[70dvh] w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-raised"
        >
          <Dialog.Title className="sr-only">Command palette</Dialog.Title>
          <Palette
            commands={commands}
            onChoose={(item) => {
              chosen.current = item;
              onOpenChange(false);
            }}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Nobody reads further: it takes another letter. */
const MAX_SHOWN = 50;

interface PaletteProps {
  readonly commands: readonly Command[];
  readonly onChoose: (item: PaletteItem) => void;
}

function Palette({ commands, onChoose }: PaletteProps) {
  const stores = useStores();
  const [search, setSearch] = useState('');
  /** The key of the item that the person went to; until then, and after each letter, it is the best one. */
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  // As they were when the palette opened: it is open for seconds.
  const [items] = useState(() => {
    const state = stores.profiles.getState();
    const selected = selectProfile(state, state.selectedId);
    return paletteItems(commands, {
      profiles: state,
      selectProfile: state.actions.select,
      environments: namedEnvironments(state.environments),
      environmentId: state.environmentId,
      chooseEnvironment: state.actions.chooseEnvironment,
      messages: selected?.messages ?? [],
      putIn(message) {
        if (selected !== null) putMessage(stores, selected.id, message);
        // From where it can be sent.
        document.getElementById('message')?.focus();
      },
    });
  });
  const shown = paletteMatches(items, search, MAX_SHOWN);
  const marked = shown.find(({ key }) => key === pointedAt) ?? shown[0];
  return (
    <Primitive
      shouldFilter={false}
      value={marked?.key ?? ''}
      onValueChange={setPointedAt}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        // Here, not by the primitive: it marks the best item some time after a letter, and Enter may follow at once.
        event.preventDefault();
        if (marked !== undefined) onChoose(marked);
      }}
      loop
      vimBindings={false}
      label="Command palette"
      className="flex min-h-0 flex-col"
    >
      <div className="flex items-center gap-2.5 border-b border-line px-3.5">
        <Search aria-hidden className="size-4 shrink-0 text-ink-soft" />
        <Primitive.Input
          value={search}
          onValueChange={(text) => {
            setSearch(text);
            setPointedAt(null);
          }}
          placeholder="Find a command, a profile or a saved message"
          className="h-11 w-full min-w-0 bg-transparent text-sm outline-none"
        />
      </div>
      <Primitive.List label="Commands, profiles and saved messages" className="min-h-0 overflow-y-auto p-1.5">
        {shown.length === 0 && (
          <p className="p-6 text-center text-xs text-ink-soft">Nothing is called “{search.trim()}”.</p>
        )}
        {groupsOf(shown).map(([group, members]) => (
          <Primitive.Group key={group} heading={group} className={GROUP}>
            {members.map((item) => (
              <Primitive.Item
                key={item.key}
                value={item.key}
                onSelect={() => onChoose(item)}
                className="flex h-8 items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-selected"
              >
                <span className="min-w-0 truncate">{item.label}</span>
                <span className="min-w-0 flex-1 truncate text-xs text-ink-soft">{item.place}</span>
                <span className="shrink-0 text-2xs text-ink-soft">{item.aside}</span>
              </Primitive.Item>
            ))}
          </Primitive.Group>
        ))}
      </Primitive.List>
      <footer
        aria-hidden
        className="flex items-center gap-3 border-t border-line px-3.5 py-1.5 text-2xs text-ink-soft"
      >
        <span>↑↓ to move</span>
        <span className="flex items-center gap-1">
          <CornerDownLeft className="size-3" /> to choose
        </span>
        <span>Esc to close</span>
      </footer>
    </Primitive>
  );
}

const GROUP =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-soft';

/** The groups in the order of their best items. */
function groupsOf(items: readonly PaletteItem[]): readonly (readonly [string, readonly PaletteItem[]])[] {
  const groups = new Map<string, PaletteItem[]>();
  for (const item of items) {
    const group = groups.get(item.group);
    if (group === undefined) groups.set(item.group, [item]);
    else group.push(item);
  }
  return [...groups];
}
