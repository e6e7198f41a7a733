import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { sessionMutation } from '#query/sessionMutation.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { TextField } from '#ui/TextField.tsx';
import { readToken } from './readToken.ts';

/** Makes this browser known to the companion. */
export function TokenForm() {
  const queryClient = useQueryClient();
  const session = useMutation(sessionMutation(queryClient));
  const [text, setText] = useState('');
  const fieldId = useId();
  const token = readToken(text);
  return (
    <form
      className="flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (token !== '') session.mutate(token);
      }}
    >
      <label htmlFor={fieldId} className="font-medium text-ink">
        Token or URL
      </label>
      <div className="flex gap-1.5">
        <TextField
          id={fieldId}
          isMasked
          isInvalid={session.isError}
          value={text}
          onValueChange={setText}
          placeholder="http://127.0.0.1:4100/#token=…"
          className="h-7! flex-1 font-mono"
        />
        <Button type="submit" variant="primary" className="h-7!" disabled={token === '' || session.isPending}>
          Use it
        </Button>
      </div>
      {session.isError && (
        <div role="alert">
          <Notice tone="bad">{session.error.message}</Notice>
        </div>
      )}
    </form>
  );
}
