import { useQuery } from '@tanstack/react-query';
import { Braces, History, LayoutTemplate } from 'lucide-react';
import { formatJson } from '#domain/format/parseJson.ts';
import { GATEWAYS } from '#domain/gateway/gateways.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { localGatewaysQuery } from '#query/localGatewaysQuery.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { BYTE_ENCODINGS, MESSAGE_MODES } from '../messages/messageFormats.ts';
import { useGateway } from '../stores/filling.ts';
import { findScenario } from '../stores/findScenario.ts';
import { historyLabels } from './historyLabels.ts';
import { PingButton } from './PingButton.tsx';
import { SavedMessagesMenu } from './SavedMessagesMenu.tsx';
import { templateDraft } from './templateDraft.ts';
import type { ComposerControls } from './useComposer.ts';

const ENCODINGS = [...BYTE_ENCODINGS, { value: 'file', label: 'File' }] as const;

/** A menu of more is no shorter way than writing the message again. */
const MAX_RECALLED = 20;

export interface ComposerToolbarProps {
  readonly profileId: ProfileId;
  readonly composer: ComposerControls;
}

export function ComposerToolbar({ profileId, composer }: ComposerToolbarProps) {
  const { draft } = composer;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Segmented
        label="Message format"
        value={draft.mode}
        options={MESSAGE_MODES}
        onValueChange={composer.setMode}
      />
      {draft.mode === 'binary' && (
        <Segmented
          label="Written as"
          value={draft.binaryEncoding}
          options={ENCODINGS}
          onValueChange={composer.setBinaryEncoding}
        />
      )}
      {draft.mode === 'json' && <FormatButton text={draft.text} onFormat={composer.setText} />}
      <div className="ml-auto flex">
        <TemplatesMenu profileId={profileId} composer={composer} />
        <SavedMessagesMenu profileId={profileId} composer={composer} />
        <HistoryMenu composer={composer} />
        <PingButton profileId={profileId} />
      </div>
    </div>
  );
}

interface FormatButtonProps {
  readonly text: string;
  readonly onFormat: (text: string) => void;
}

function FormatButton({ text, onFormat }: FormatButtonProps) {
  const formatted = formatJson(text);
  return (
    <Button
      size="small"
      variant="quiet"
      disabled={!formatted.ok || formatted.text === text}
      onClick={() => formatted.ok && onFormat(formatted.text)}
    >
      <Braces aria-hidden className="size-3.5" />
      Format
    </Button>
  );
}

function TemplatesMenu({ profileId, composer }: ComposerToolbarProps) {
  const gateway = useGateway(profileId);
  const { data } = useQuery(localGatewaysQuery());
  const firstMessage = findScenario(data?.gateways ?? [], profileId)?.firstMessage ?? null;
  const items = GATEWAYS[gateway].templates.map((template) => ({
    label: template.label,
    onSelect: () => composer.replace(templateDraft(template)),
  }));
  const first =
    firstMessage === null
      ? []
      : [
          {
            label: 'A first message to try',
            onSelect: () => composer.replace(templateDraft({ text: firstMessage })),
          },
        ];
  return (
    <Menu
      trigger={
        <Button
          size="small"
          variant="quiet"
          title={GATEWAYS[gateway].name}
          disabled={items.length + first.length === 0}
        >
          <LayoutTemplate aria-hidden className="size-3.5" />
          Templates
        </Button>
      }
      groups={[first, items].filter((group) => group.length > 0)}
    />
  );
}

function HistoryMenu({ composer }: Pick<ComposerToolbarProps, 'composer'>) {
  const { history } = composer.draft;
  const items = historyLabels(history.slice(0, MAX_RECALLED)).map((label, index) => ({
    label,
    onSelect: () => composer.recall(index),
  }));
  return (
    <Menu
      trigger={
        <IconButton
          size="small"
          label="Sent before (Alt+↑)"
          icon={<History />}
          disabled={history.length === 0}
        />
      }
      groups={[
        items,
        [{ label: 'Forget these messages', isDangerous: true, onSelect: composer.clearHistory }],
      ]}
    />
  );
}
