import { Popover as Primitive } from 'radix-ui';
import type { ReactElement } from 'react';

/** A button within a popover that closes it when it has done its work. */
export function PopoverClose({ children }: { readonly children: ReactElement }) {
  return <Primitive.Close asChild>{children}</Primitive.Close>;
}
