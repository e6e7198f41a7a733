import { useState } from 'react';
import { TextField } from '#ui/TextField.tsx';
import type { TextFieldProps } from '#ui/TextField.tsx';
import { cleanSeconds, formatSeconds, parseSeconds } from './seconds.ts';

export interface SecondsFieldProps extends Omit<TextFieldProps, 'value' | 'onValueChange'> {
  readonly ms: number;
  readonly onMsChange: (ms: number) => void;
}

/** Seconds to type, for a time that is kept in milliseconds. What is typed stays as typed: `0.` is on the way to `0.5`. */
export function SecondsField({ ms, onMsChange, ...rest }: SecondsFieldProps) {
  const [typed, setTyped] = useState(formatSeconds(ms));
  return (
    <TextField
      {...rest}
      inputMode="decimal"
      className="tabular-nums"
      value={parseSeconds(typed) === ms ? typed : formatSeconds(ms)}
      onValueChange={(text) => {
        const next = cleanSeconds(text);
        setTyped(next);
        onMsChange(parseSeconds(next));
      }}
    />
  );
}
