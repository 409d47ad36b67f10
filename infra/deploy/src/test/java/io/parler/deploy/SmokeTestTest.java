package io.parler.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.parler.deploy.SmokeTest.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmokeTestTest {
    @Test
    void thePageAndTheVoicesAreRequested() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    boolean page = exchange.getRequestURI().getPath().equals("/");
                    exchange.sendResponseHeaders(page ? 200 : 503, -1);
                    exchange.close();
                });
        server.start();
        try {
            List<Answer> answers =
                    new SmokeTest().run("http://127.0.0.1:" + server.getAddress().getPort());

            assertThat(answers.get(0)).isInstanceOf(Answer.Works.class);
            assertThat(answers.get(1).sentence()).endsWith("/v1/voices answers 503, not 200.");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anAddressWithoutAnAnswerIsNotAnError() {
        assertThat(new SmokeTest().run("http://127.0.0.1:1"))
                .allSatisfy(
                        answer ->
                                assertThat(answer.sentence())
                                        .contains("is not reachable yet")
                                        .contains("DNS and CloudFront may need some minutes"));
    }
}
