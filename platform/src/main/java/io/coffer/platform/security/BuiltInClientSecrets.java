package io.coffer.platform.security;

import io.coffer.platform.Side;
import io.coffer.platform.database.BuiltInSecret;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Confesses each client secret that stands in our source, so that the database's guard can refuse it. */
final class BuiltInClientSecrets implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        var settings = Binder.get(environment).bindOrCreate("coffer.security", SecuritySettings.class);
        for (var property : IssuerClients.of(settings, Side.of(environment)).builtIn()) {
            var name = "token client " + property.substring(SecuritySettings.CLIENTS.length());
            registry.registerBean(
                    "built-in: " + name,
                    BuiltInSecret.class,
                    secret -> secret.supplier(context -> new BuiltInSecret(name, property)));
        }
    }
}
