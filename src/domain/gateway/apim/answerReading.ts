import type { AnswerReading } from '../answerReader.ts';
import { diagnose } from './diagnose.ts';
import { explainClose } from './explainClose.ts';
import { recogniseAnswer } from './recogniseAnswer.ts';

export const ANSWER_READING: AnswerReading = { recogniseAnswer, diagnose, explainClose };
