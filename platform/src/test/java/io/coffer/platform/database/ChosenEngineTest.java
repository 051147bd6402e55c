package io.coffer.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.eventstore.StoreEngine;
import io.coffer.platform.Side;
import io.coffer.platform.StartRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("The chosen engine")
class ChosenEngineTest {

    @Test
    void is_our_own_when_nothing_is_said() {
        assertThat(ChosenEngine.of(new MockEnvironment())).isEqualTo(StoreEngine.COFFER);
    }

    @Test
    void is_the_one_that_is_named() {
        assertThat(ChosenEngine.of(named("axon-jdbc"))).isEqualTo(StoreEngine.AXON_JDBC);
        assertThat(ChosenEngine.of(named("coffer"))).isEqualTo(StoreEngine.COFFER);
    }

    @Test
    void that_does_not_exist_is_refused_by_name() {
        assertThatThrownBy(() -> ChosenEngine.of(named("jpa")))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> assertThat(refused.remedy()).isEqualTo("Give one of coffer, axon-jdbc."))
                .hasMessageContaining("'jpa'");
    }

    @Test
    void is_refused_where_the_other_has_written() {
        var fresh = freshDatabase();
        var store = fresh.unpooled(fresh.runtime());
        assertThat(ChosenEngine.checked(StoreEngine.COFFER, store)).isEqualTo(StoreEngine.COFFER);
        JdbcClient.create(store)
                .sql("insert into store.axon_event (eventIdentifier, aggregateIdentifier, sequenceNumber, timeStamp,"
                        + " payloadType, payload) values ('e', 'a', 0, '2026-11-22T12:00:00.000Z', 'x', '{}')")
                .update();
        assertThatThrownBy(() -> ChosenEngine.checked(StoreEngine.COFFER, store))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("events of the engine axon-jdbc");
        assertThat(ChosenEngine.checked(StoreEngine.AXON_JDBC, store)).isEqualTo(StoreEngine.AXON_JDBC);
    }

    // Of its own: what was booked cannot be cleaned up afterwards.
    private static Database freshDatabase() {
        var shared = (EmbeddedDatabase) Platform.shared().getBean(Database.class);
        JdbcClient.create(Database.unpooled(shared.url("postgres"), shared.superuser()))
                .sql("create database chosen_engine owner coffer_owner")
                .update();
        var fresh = new OutsideDatabase(
                shared.url().replaceFirst("/coffer$", "/chosen_engine"), shared.owner(), shared.runtime());
        new SchemaMigrations(Side.QUERY).run(fresh);
        return fresh;
    }

    private static MockEnvironment named(String engine) {
        return new MockEnvironment().withProperty(ChosenEngine.PROPERTY, engine);
    }
}
