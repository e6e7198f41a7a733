import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import { Facts } from './Facts.tsx';

export function AddressList({ record }: { readonly record: HandshakeRecord }) {
  return (
    <Facts
      facts={[
        {
          name: 'Resolved to',
          value: record.addresses.map(({ address }) => address).join(', ') || 'nothing yet',
        },
        { name: 'Connected to', value: record.remoteAddress ?? 'nothing' },
        { name: 'Proxy', value: record.proxy ?? 'none' },
      ]}
    />
  );
}
