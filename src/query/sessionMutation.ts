import { mutationOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { startSession } from './startSession.ts';

/** Makes this browser known to the companion with its token, and asks everything anew. */
export function sessionMutation(queryClient: QueryClient) {
  return mutationOptions({
    mutationKey: ['companion', 'session'],
    mutationFn: (token: string) => startSession(token),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['companion'] }),
    networkMode: 'always',
  });
}
