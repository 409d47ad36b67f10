package io.parler.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/// Asks on the terminal before something that can't be undone.
final class Confirmation {
    private Confirmation() {}

    /// Whether the answer is yes. An empty answer and the end of the input are no.
    static boolean ask(PrintWriter out, String question) throws IOException {
        out.print(question + " [y/N] ");
        out.flush();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        String answer = in.readLine();
        return answer != null && answer.strip().matches("(?i)y(es)?");
    }
}
