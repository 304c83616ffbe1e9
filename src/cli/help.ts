export const help = `Goodfaith on the command line: a report is locked where there is no connection, and handed in where there is one.

  goodfaith directory --from ORIGIN --out FILE
      Fetches the directory of an office, checks every signature in it, and says its number.

  goodfaith seal --directory FILE --fingerprint DIGITS --out FILE [--text FILE] [--language TAG] [--exclude NAME]
                 [--file FILE] [--as-it-is FILE]
      Locks a report into a file, without any connection, and shows the twelve words that are the key of its case.
      DIGITS are the 40 digits of the office's poster. The text is read from FILE, or typed where FILE is missing or -.
      --language   the language of the text and of the words: en, fr, es or ar; en if it is not said
      --exclude    somebody of the office who must not read it, by the name in the directory; may be said several times.
                   Leaves out everybody of that name, and says how many
      --file       a picture, a document, a film or a sound that goes with it; may be said several times. What it tells of
                   people, places, times and devices is taken out, and what was is said. Where something remains, or nobody
                   can look into it, nothing is locked. Its name goes with it: rename it first if it tells who you are
      --as-it-is   the same, and it goes with what remains in it. All files together may weigh 12 MiB
      --words-anywhere   show the words even where no terminal is: whoever reads the output then has the key

  goodfaith hand-in FILE --to ORIGIN
      Hands in a locked file, and shows the receipt. The same file again gets the same receipt.

ORIGIN is the address of the office, such as https://ethics.example. Through Tor: torsocks goodfaith hand-in ...

The words are shown once and kept nowhere. Your shell may keep what you type in its history, and this device what you
save on it: use a device that nobody else reads, keep the words on paper, and delete the text when you are done.

It ends with 0 when all went well, 1 when something unforeseen happened, 2 for a command that it does not know, 3 for a
file that does not fit, 4 where the office cannot be reached, and 5 when the office refused the file.
`
