/** What can go wrong with opening the desk. */
export const problemCodes = [
  {
    code: 'DESK-001',
    severity: 'stop' as const,
    message: 'the port is taken by another program, or by a desk that is open already',
    remedy: 'Give another port, or 0 for any free one',
  },
  {
    code: 'DESK-002',
    severity: 'stop' as const,
    message: 'the port cannot be opened',
    remedy: 'Give a port above 1023, or 0 for any free one',
  },
] as const;
