import * as v from 'valibot';
import type { VariableName, VariableNames, VariableValue } from './companionApi.ts';
import { parseWith, type Parsed } from './parsed.ts';

/** A row of a table asks for two. */
export const MAX_VARIABLE_NAMES = 16;
/** Characters: a profile's name and a field's, with room. */
export const MAX_VARIABLE_NAME_LENGTH = 400;

const NameSchema = v.pipe(
  v.string(),
  v.maxLength(MAX_VARIABLE_NAME_LENGTH, `must have at most ${MAX_VARIABLE_NAME_LENGTH} characters.`),
);

const NamesSchema = v.object({
  names: v.pipe(
    v.array(NameSchema),
    v.maxLength(MAX_VARIABLE_NAMES, `must be at most ${MAX_VARIABLE_NAMES}.`),
  ),
});

const OneNameSchema = v.object({ name: NameSchema });

const ValueSchema = v.object({ value: v.string() });

export const parseVariableNames = (input: unknown): Parsed<VariableNames> => parseWith(NamesSchema, input);
export const parseVariableName = (input: unknown): Parsed<VariableName> => parseWith(OneNameSchema, input);
export const parseVariableValue = (input: unknown): Parsed<VariableValue> => parseWith(ValueSchema, input);
