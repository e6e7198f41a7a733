import { useId, useState } from 'react';
import type { ComponentType } from 'react';
import { effectiveGateway } from '#domain/profile/effectiveGateway.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { GATEWAYS } from '#domain/gateway/gateways.ts';
import type { TokenKind } from '#domain/token/tokenKinds.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Spinner } from '#ui/Spinner.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { AwsTokenForm } from './AwsTokenForm.tsx';
import { OAuthTokenForm } from './OAuthTokenForm.tsx';
import type { TokenFormProps } from './tokenForm.ts';
import type { TokenResult } from './tokenResult.ts';
import { TokenResultView } from './TokenResultView.tsx';
import { WebPubSubTokenForm } from './WebPubSubTokenForm.tsx';

export interface TokenDialogProps {
  readonly profile: Profile;
  readonly onClose: () => void;
}

/** Makes or fetches a token and puts it where the profile wants it. */
export function TokenDialog({ profile, onClose }: TokenDialogProps) {
  const { stop } = useStores().tokens.getState().actions;
  const [kinds] = useState(() => GATEWAYS[effectiveGateway(profile)].tokenKinds);
  const [kind, setKind] = useState<TokenKind>(() =>
    profile.tokenSource === undefined ? (kinds[0] ?? 'oauth') : 'oauth',
  );
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<TokenResult | null>(null);
  const formId = useId();
  const { form: Form, action, busyAction } = KINDS[kind];
  const close = () => {
    if (isBusy) stop(profile.id);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
      title="Get a token"
      footer={
        result === null ? (
          <Button variant="primary" type="submit" form={formId} disabled={isBusy}>
            {isBusy && <Spinner />}
            {isBusy ? busyAction : action}
          </Button>
        ) : (
          <>
            <Button onClick={() => setResult(null)}>Get another</Button>
            <Button variant="primary" onClick={close}>
              Done
            </Button>
          </>
        )
      }
    >
      {result === null ? (
        <div className="flex flex-col gap-3">
          <Segmented
            label="Kind of token"
            className="self-start"
            value={kind}
            options={kinds.map((value) => ({ value, label: KINDS[value].label }))}
            onValueChange={setKind}
          />
          <Form formId={formId} profile={profile} onBusy={setBusy} onResult={setResult} />
        </div>
      ) : (
        <TokenResultView result={result} />
      )}
    </Dialog>
  );
}

interface KindOfToken {
  readonly label: string;
  readonly form: ComponentType<TokenFormProps>;
  readonly action: string;
  readonly busyAction: string;
}

const KINDS: Readonly<Record<TokenKind, KindOfToken>> = {
  webpubsub: {
    label: 'Web PubSub',
    form: WebPubSubTokenForm,
    action: 'Make the token',
    busyAction: 'Signing…',
  },
  aws: { label: 'AWS IAM', form: AwsTokenForm, action: 'Presign the URL', busyAction: 'Signing…' },
  oauth: { label: 'OAuth 2.0', form: OAuthTokenForm, action: 'Fetch the token', busyAction: 'Fetching…' },
};
