/** What can be asked, with examples, in the order in which people need it. */
export interface FilterHelp {
  readonly title: string;
  readonly examples: readonly FilterExample[];
}

export interface FilterExample {
  readonly expression: string;
  readonly meaning: string;
}

export const FILTER_HELP: readonly FilterHelp[] = [
  {
    title: 'Text',
    examples: [
      { expression: 'error timeout', meaning: 'both words, letters of either case' },
      { expression: '"not found"', meaning: 'exactly this text' },
      { expression: 'case:Echo', meaning: 'the case of letters counts' },
      { expression: '/id:\\s*\\d+/i', meaning: 'a regular expression' },
    ],
  },
  {
    title: 'JSON',
    examples: [
      { expression: '$.action == "echo"', meaning: 'a member has this value' },
      { expression: '$.items[0].id > 3', meaning: 'compared as numbers' },
      { expression: '$.error exists', meaning: 'there is such a member' },
      { expression: '$.tags contains "new"', meaning: 'in a text or a list; [*] stands for any item' },
    ],
  },
  {
    title: 'Messages',
    examples: [
      { expression: 'direction:sent', meaning: 'or received' },
      { expression: 'kind:ping,pong', meaning: 'text, binary, close, opened, ended, data, control' },
      { expression: 'size:>1kB', meaning: 'or size:10..200' },
      { expression: 'time:12:01..12:05', meaning: 'as the log shows it; after: and before: too' },
      { expression: 'last:5m', meaning: 'from five minutes before now on' },
    ],
  },
  {
    title: 'Together',
    examples: [
      { expression: 'echo -ping', meaning: 'one, and not the other' },
      { expression: '(error or warning) kind:text', meaning: 'and, or, not and parentheses' },
    ],
  },
];
