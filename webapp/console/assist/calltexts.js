/**
 * Every word of a call in the inbox, to be joined with those of texts.js. Pure.
 */

/** @type {import('../../shared/i18n.js').Dictionary} */
export const ENGLISH = {
  call_title: 'Call with {name}',
  call_start: 'Start call', call_leave: 'Hang up',
  call_idle: 'The visitor has allowed a call', call_rung: '{name} is waiting for you in the call',
  call_asking: 'Please answer your browser’s question',
  call_waiting: 'Waiting for {name} to join…', call_connecting: 'Connecting…', call_connected: 'Connected',
  call_muted: '{name} is muted', call_again: 'Connecting again…',
  call_mic: 'Microphone', call_camera: 'Camera', call_screen: 'Share my screen',
  call_choose: 'Choose microphone and camera', call_unnamed: 'Usual device',
  call_hear: 'Click to hear {name}',
  call_own: 'Your camera', call_their_camera: 'Camera of {name}', call_their_screen: 'Screen of {name}',
  call_larger: 'Larger picture', call_apart: 'Picture in its own window',
  call_problem: '{device}: {why}',
  call_why_none: 'none was found. Plug one in and try again.',
  call_why_denied: 'your browser has not allowed it. You can change that in the address bar.',
  call_why_site: 'this page is not allowed to use it. Ask whoever runs the server.',
  call_why_used: 'another program may be using it.',
  call_why_lost: 'it stopped. Is it still plugged in?',
  call_why_unable: 'this browser cannot do that here. Calls need a secure address (https).',
  call_end_left: 'You ended the call', call_end_other: '{name} left the call',
  call_end_stopped: 'The call is not allowed any more', call_end_elsewhere: 'The call goes on in another tab',
  call_end_no_path: 'There is no way to connect to {name}. One of the two networks may block calls; a TURN server helps.',
  call_end_too_large: 'The call could not be set up',
  call_end_unable: 'This browser cannot make calls here',
};
