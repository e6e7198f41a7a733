/** The broadcast channel on which every worker of every tab is told to forget its log. */
export const FORGET_CHANNEL = 'postern.logs.forget';
