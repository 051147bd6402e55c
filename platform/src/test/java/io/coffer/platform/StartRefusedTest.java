package io.coffer.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

@DisplayName("A refused start")
class StartRefusedTest {

    @Test
    void is_told_by_its_reason_and_remedy_however_deep_it_lies() {
        var failure = new IllegalStateException("bean", new StartRefused("The lock is held.", "Stop the other."));
        var told =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, name, failed) -> {})
                        .stream()
                        .filter(StartRefusedAnalyzer.class::isInstance)
                        .map(analyzer -> analyzer.analyze(failure))
                        .toList();
        assertThat(told).extracting(FailureAnalysis::getDescription).containsExactly("The lock is held.");
        assertThat(told).extracting(FailureAnalysis::getAction).containsExactly("Stop the other.");
    }
}
