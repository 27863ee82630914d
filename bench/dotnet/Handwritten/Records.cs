using System;

namespace Bench;

internal static partial class Handwritten
{
    private static double Nbody(int n)
    {
        const double D = 365.25, Sm = 39.478417604357;
        Body[] bodies =
        [
            new(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, Sm),
            new(4.84, -1.16, -0.10, 0.00166 * D, 0.00769 * D, -0.0000690 * D, 0.000954 * Sm),
            new(8.34, 4.12, -0.40, -0.00276 * D, 0.00499 * D, 0.0000230 * D, 0.000285 * Sm),
            new(12.89, -15.11, -0.22, 0.00296 * D, 0.00237 * D, -0.0000296 * D, 0.0000436 * Sm),
            new(15.37, -25.91, 0.17, 0.00268 * D, 0.00162 * D, -0.0000951 * D, 0.0000515 * Sm),
        ];
        for (int i = 0; i < n; i++)
        {
            Advance(bodies, 0.01);
        }

        return Math.Floor(bodies[1].X * 1e6) + Math.Floor(bodies[2].Y * 1e6);
    }

    private static void Advance(Body[] bodies, double dt)
    {
        for (int i = 0; i < bodies.Length; i++)
        {
            Body bi = bodies[i];
            double bix = bi.X, biy = bi.Y, biz = bi.Z, bim = bi.Mass;
            double vx = bi.Vx, vy = bi.Vy, vz = bi.Vz;
            for (int j = i + 1; j < bodies.Length; j++)
            {
                Body bj = bodies[j];
                double dx = bix - bj.X, dy = biy - bj.Y, dz = biz - bj.Z;
                double d2 = dx * dx + dy * dy + dz * dz;
                double mag = dt / (d2 * Math.Sqrt(d2));
                double bm = bj.Mass * mag;
                vx -= dx * bm;
                vy -= dy * bm;
                vz -= dz * bm;
                bm = bim * mag;
                bj.Vx += dx * bm;
                bj.Vy += dy * bm;
                bj.Vz += dz * bm;
            }

            bi.Vx = vx;
            bi.Vy = vy;
            bi.Vz = vz;
            bi.X = bix + dt * vx;
            bi.Y = biy + dt * vy;
            bi.Z = biz + dt * vz;
        }
    }

    private sealed class Body(double x, double y, double z, double vx, double vy, double vz, double mass)
    {
        internal double X = x, Y = y, Z = z, Vx = vx, Vy = vy, Vz = vz;

        internal readonly double Mass = mass;
    }
}
