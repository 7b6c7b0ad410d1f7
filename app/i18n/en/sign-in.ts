import type signIn from "../nl/sign-in.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Sign in",
  signIn: {
    lead: "Sign in with your Maatwerkplaats e-mail address and password.",
    email: "E-mail address",
    password: "Password",
    submit: "Sign in",
    checkFile: "Check a decision file (without signing in)",
    forgotten: "Forgotten your password?",
    forgottenText:
      "Ask your administrator for a link. With it you choose a new password yourself. The link works once.",
  },
  demo: {
    title: "Choose an example person",
    text: "This is an example environment. Click a name to look around as that person. That is possible only here.",
  },
  setUp: {
    title: "Set up the Maatwerkplaats",
    lead: "You do this once. After that you can sign in and add colleagues.",
    code: "Code",
    codeHint:
      "The code stands in the window (the terminal) in which the Maatwerkplaats was started.",
    organisationLegend: "Your organisation",
    organisation: "Name of the organisation",
    organisationHint: "For example: Gemeente Waterrijk. You can change this later.",
    administratorLegend: "The first administrator",
    administratorHint: "The administrator adds people and sets up the rest of the Maatwerkplaats.",
    name: "Name",
    email: "E-mail address",
    exampleLegend: "Examples",
    exampleData: "Add example cases",
    exampleHint:
      "Invented cases in two example organisations, to look around. You see them beside your own organisation, which starts empty.",
    submit: "Set up",
  },
  password: {
    current: "Current password",
    new: "New password",
    repeat: "Repeat the new password",
    hint: "At least 12 characters. A sentence you remember works best. Choose nothing that anybody would guess.",
  },
  reset: {
    title: "Set your password",
    lead: "Choose a password. Then you sign in with it. If you are still signed in somewhere, that ends.",
    submit: "Set password",
    notUsable: "This link does not work (any more)",
    notUsableText:
      "A link works once and for 24 hours at most. Ask your administrator for a new link.",
    toSignIn: "To sign in",
  },
  account: {
    title: "My account",
    profile: "My details",
    name: "Name",
    nameHint: "This is how colleagues see you, for example with a rating after the reveal.",
    email: "E-mail address",
    emailHint: "Only an administrator can change this.",
    language: "Language",
    passwordTitle: "Change password",
    passwordText: "After the change you are signed out on other devices.",
    passwordSubmit: "Change password",
    noPassword:
      "You have no password here. In the example environment you choose a person on the sign-in page.",
    rolesTitle: "My roles",
    rolesText: "An administrator can change your roles.",
    logins: "Where I am signed in",
    loginsText: "Is there one you do not recognise? End it, and then change your password.",
    since: "Signed in since",
    lastSeen: "Last seen",
    action: "Action",
    thisOne: "This is the screen you are using",
    end: "End this",
    endNamed: "End the login of {{since}}",
    endOthers: "End all others",
    onlyThis: "You are not signed in anywhere else.",
  },
} as const satisfies SameKeys<typeof signIn>;
export default texts;
