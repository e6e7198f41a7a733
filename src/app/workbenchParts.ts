export { Composer } from '#features/compose/Composer.tsx';
export { EntryDetail } from '#features/transcript/EntryDetail.tsx';
export { Transcript } from '#features/transcript/Transcript.tsx';
export { TokenNotice } from '#features/tokens/TokenNotice.tsx';
