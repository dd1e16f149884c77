/** The one-time page that makes the first staff account of a new installation. */
export const setup = {
  title: 'Set up Lead Credits',
  heading: 'Make the first staff account',
  explanation: 'This link works once. The account runs the whole installation.',
  name: 'Name',
  email: 'E-mail',
  password: 'Password, at least {{minimum}} characters',
  submit: 'Make the account',
  enterName: 'Enter a name.',
  enterEmail: 'Enter an e-mail address.',
  shortPassword: 'The password must have at least {{minimum}} characters.',
  emailTaken: 'This e-mail address has an account already. Use another one.',
  ready: 'The staff account is ready',
  signIn: 'Sign in',
} as const;
